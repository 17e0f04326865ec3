<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="metric">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Score" type="QString" value="score" />
       </Option>
       <Option type="Map">
        <Option name="Patents" type="QString" value="patents" />
       </Option>
       <Option type="Map">
        <Option name="Publications" type="QString" value="publications" />
       </Option>
       <Option type="Map">
        <Option name="Venture capital deals" type="QString" value="deals" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="per_million">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="in_both_top_lists">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Yes" type="QString" value="1" />
       </Option>
       <Option type="Map">
        <Option name="No" type="QString" value="0" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="metric" index="0" name="By" />
  <alias field="place" index="1" name="Rank" />
  <alias field="cluster" index="2" name="Cluster" />
  <alias field="per_million" index="3" name="Per million people" />
  <alias field="size_rank" index="4" name="Rank by score" />
  <alias field="in_both_top_lists" index="5" name="Among the first by score and by intensity" />
 </aliases>
</qgis>
