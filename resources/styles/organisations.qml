<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="records">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="cluster_id" index="0" name="Cluster number" />
  <alias field="place" index="1" name="Place" />
  <alias field="organisation" index="2" name="Organisation" />
  <alias field="records" index="3" name="Records" />
  <alias field="share" index="4" name="Share of the records of the cluster, %" />
  <alias field="spellings" index="5" name="Spellings" />
 </aliases>
</qgis>
