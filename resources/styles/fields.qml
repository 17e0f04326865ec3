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
  <field name="share_all">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="location_quotient">
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
  <alias field="field" index="2" name="Field" />
  <alias field="records" index="3" name="Records" />
  <alias field="share" index="4" name="Share of the records of the cluster, %" />
  <alias field="share_all" index="5" name="Share in all clusters, %" />
  <alias field="location_quotient" index="6" name="Location quotient" />
 </aliases>
</qgis>
